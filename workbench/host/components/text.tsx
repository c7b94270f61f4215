import { Alert as MantineAlert, Anchor, Badge, CloseButton, List as MantineList, Title, Tooltip } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Children } from 'react';
import type { MouseEvent } from 'react';
import type {
  AlertProps,
  HeadingProps,
  ImageProps,
  LinkProps,
  ListProps,
  StatusTagProps,
  TagProps,
  TextProps,
} from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { eventRecord, reactionsOf } from './events.ts';
import { useExtensionScope, useHeadingOrder } from './extension-scope.ts';
import { fire } from './fire.ts';
import { linkTarget } from './link-target.ts';
import { mapped } from './mapped.ts';
import { useOverlay } from './Overlay.tsx';

const weights = { regular: 400, demibold: 600, bold: 700 } as const;
const decorations = { underline: 'underline', strikethrough: 'line-through' } as const;

/** Plain HTML and not the kit's text: a card has a hundred texts, a choice changes dozens of them, and with the kit's the page took a fifth longer to draw it. */
function HostText({ variant = 'bodytext', inline = false, format = {}, truncate = false, children }: TextProps) {
  const { fontWeight = 'regular', italic = false, lineDecoration = 'none', textTransform = 'none' } = format;
  const options = typeof truncate === 'object' ? truncate : {};
  const Element = inline ? 'span' : 'div';
  const text = (
    <Element
      className={`wb-text${variant === 'microcopy' ? ' wb-microcopy' : ''}${textTransform === 'sentenceCase' ? ' wb-sentence-case' : ''}${truncate === false ? '' : ' wb-truncated'}`}
      style={{
        fontWeight: weights[fontWeight],
        ...(italic ? { fontStyle: 'italic' } : {}),
        ...(lineDecoration === 'none' ? {} : { textDecoration: decorations[lineDecoration] }),
        ...(textTransform === 'none' || textTransform === 'sentenceCase' ? {} : { textTransform }),
        ...(truncate === false ? {} : { maxWidth: options.maxWidth ?? '100%' }),
      }}
    >
      {children}
    </Element>
  );
  if (truncate === false) return text;
  return (
    <Tooltip label={options.tooltipText ?? children} multiline maw={320}>
      {text}
    </Tooltip>
  );
}

function HostHeading({ inline = false, children }: HeadingProps) {
  const order = useHeadingOrder();
  return (
    <Title order={order} size="h4" {...(inline ? { display: 'inline' } : {})}>
      {children}
    </Title>
  );
}

const linkColours = { primary: 'sea.8', destructive: 'red.8', light: 'gray.5', dark: 'dark.6' } as const;

function HostLink({ href, variant = 'primary', onClick, preventDefault = false, overlay, children }: LinkProps) {
  const { overlays, navigate } = useExtensionScope();
  const { node, open, ref } = useOverlay(overlay);
  const { url, isExternal } = linkTarget(href);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    fire(onClick, eventRecord(event), reactionsOf(overlays));
    open();
    const opensElsewhere = isExternal || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!preventDefault && opensElsewhere) return;
    event.preventDefault();
    if (!preventDefault && node === null) navigate(url);
  };
  return (
    <>
      <Anchor
        ref={ref}
        href={url}
        c={linkColours[variant]}
        onClick={follow}
        inherit
        {...(isExternal ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      >
        {children}
        {isExternal && <IconExternalLink size={13} className="wb-external" aria-hidden />}
      </Anchor>
      {node}
    </>
  );
}

const alertColours = {
  info: 'sea',
  tip: 'violet',
  success: 'green',
  warning: 'yellow',
  error: 'red',
  danger: 'red',
} as const;

function HostAlert({ title, variant = 'info', children }: AlertProps) {
  return (
    <MantineAlert
      title={title}
      color={alertColours[variant]}
      variant="light"
      role={variant === 'error' || variant === 'danger' ? 'alert' : 'status'}
    >
      {children}
    </MantineAlert>
  );
}

const tagColours = { default: 'gray', warning: 'yellow', success: 'green', error: 'red', info: 'sea' } as const;

function HostTag({ variant = 'default', onClick, inline = false, overlay, children }: TagProps) {
  const { overlays } = useExtensionScope();
  const { node, open, ref } = useOverlay(overlay);
  const look = {
    variant: 'light',
    color: tagColours[variant],
    radius: 'sm',
    tt: 'none',
    fw: 500,
    c: 'dark.6',
    className: 'wb-tag',
    ...(inline ? { display: 'inline-grid' } : {}),
  } as const;
  if (onClick === undefined && node === null) return <Badge {...look}>{children}</Badge>;
  const press = (event: MouseEvent) => {
    fire(onClick, eventRecord(event), reactionsOf(overlays));
    open();
  };
  return (
    <>
      <Badge ref={ref} {...look} component="button" type="button" onClick={press}>
        {children}
      </Badge>
      {node}
    </>
  );
}

const dotColours = {
  danger: 'red-7',
  warning: 'yellow-6',
  info: 'sea-6',
  success: 'green-7',
  default: 'gray-6',
} as const;

function HostStatusTag({
  variant = 'default',
  hollow = false,
  onClick,
  showRemoveIcon = false,
  onRemoveClick,
  children,
}: StatusTagProps) {
  const colour = `var(--mantine-color-${dotColours[variant]})`;
  const content = (
    <>
      <span
        className="wb-dot"
        style={{ borderColor: colour, background: hollow ? 'transparent' : colour }}
        aria-hidden
      />
      {children}
    </>
  );
  return (
    <span className="wb-status-tag">
      {onClick === undefined ? (
        <span>{content}</span>
      ) : (
        <button type="button" onClick={() => fire(onClick)}>
          {content}
        </button>
      )}
      {showRemoveIcon && <CloseButton size="xs" aria-label="Remove" onClick={() => fire(onRemoveClick)} />}
    </span>
  );
}

function HostList({ variant = 'unordered', children }: ListProps) {
  const items = Children.toArray(children);
  if (variant === 'inline' || variant === 'inline-divided') {
    return (
      <ul className={variant === 'inline' ? 'wb-inline-list' : 'wb-inline-list wb-divided'}>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    );
  }
  return (
    <MantineList
      type={variant.startsWith('ordered') ? 'ordered' : 'unordered'}
      size="sm"
      spacing={4}
      withPadding={variant.endsWith('styled')}
    >
      {items.map((item, index) => (
        <MantineList.Item key={index}>{item}</MantineList.Item>
      ))}
    </MantineList>
  );
}

function HostImage({ src, alt = '', href, onClick, width, height, overlay }: ImageProps) {
  const { overlays, navigate } = useExtensionScope();
  const { node, open, ref } = useOverlay(overlay);
  const image = <img src={src} alt={alt} style={{ maxWidth: '100%' }} {...defined({ width, height })} />;
  if (href === undefined && onClick === undefined && node === null) return image;
  const press = (event: MouseEvent) => {
    fire(onClick, eventRecord(event), reactionsOf(overlays));
    open();
    const target = href === undefined ? undefined : linkTarget(href);
    if (target?.isExternal === true) window.open(target.url, '_blank', 'noopener');
    else if (target !== undefined) navigate(target.url);
  };
  return (
    <>
      <button ref={ref} type="button" className="wb-plain" onClick={press}>
        {image}
      </button>
      {node}
    </>
  );
}

export const textComponents = {
  Text: mapped<TextProps>({ variant: 'used', inline: 'used', format: 'used', truncate: 'used' }, HostText),
  Heading: mapped<HeadingProps>({ inline: 'used' }, HostHeading),
  Link: mapped<LinkProps>(
    { href: 'used', variant: 'used', onClick: 'used', preventDefault: 'used', overlay: 'used' },
    HostLink,
  ),
  Alert: mapped<AlertProps>({ title: 'used', variant: 'used' }, HostAlert),
  Tag: mapped<TagProps>({ variant: 'used', onClick: 'used', inline: 'used', overlay: 'used' }, HostTag),
  StatusTag: mapped<StatusTagProps>(
    { variant: 'used', hollow: 'used', onClick: 'used', showRemoveIcon: 'used', onRemoveClick: 'used' },
    HostStatusTag,
  ),
  List: mapped<ListProps>({ variant: 'used' }, HostList),
  Image: mapped<ImageProps>(
    { src: 'used', alt: 'used', href: 'used', onClick: 'used', width: 'used', height: 'used', overlay: 'used' },
    HostImage,
  ),
};
