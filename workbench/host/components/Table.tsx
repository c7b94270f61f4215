import { Button, Group, Pagination, Table as MantineTable, UnstyledButton } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import type { CSSProperties, RefObject } from 'react';
import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TablePaginatedProps,
  TableProps,
} from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { fire } from './fire.ts';
import { mapped } from './mapped.ts';

type Sort = 'ascending' | 'descending' | 'none';

const spacings = { default: 'sm', condensed: 'xs', compact: 4 } as const;
const Density = createContext<TableProps['density']>('default');

function Pages({
  pageCount,
  page = 1,
  onPageChange,
  showButtonLabels = true,
  showFirstLastButtons = false,
  maxVisiblePageButtons = 7,
}: TablePaginatedProps) {
  const go = (next: number) => fire(onPageChange, next);
  const ends = { variant: 'subtle', size: 'compact-sm' } as const;
  // A name that does not have the word on the button in it cannot be said to a voice control.
  const previous = showButtonLabels ? 'Prev page' : 'Previous page';
  return (
    <Group component="nav" aria-label="Pages of the table" justify="center" gap="xs" mt="xs">
      {showFirstLastButtons && (
        <Button {...ends} disabled={page <= 1} onClick={() => go(1)} aria-label="First page">
          {showButtonLabels ? 'First' : '«'}
        </Button>
      )}
      <Button {...ends} disabled={page <= 1} onClick={() => go(page - 1)} aria-label={previous}>
        {showButtonLabels ? 'Prev' : '‹'}
      </Button>
      <Pagination
        total={pageCount}
        value={page}
        onChange={go}
        size="sm"
        withControls={false}
        siblings={Math.max(0, Math.floor((maxVisiblePageButtons - 5) / 2))}
        getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
      />
      <Button {...ends} disabled={page >= pageCount} onClick={() => go(page + 1)} aria-label="Next page">
        {showButtonLabels ? 'Next' : '›'}
      </Button>
      {showFirstLastButtons && (
        <Button {...ends} disabled={page >= pageCount} onClick={() => go(pageCount)} aria-label="Last page">
          {showButtonLabels ? 'Last' : '»'}
        </Button>
      )}
    </Group>
  );
}

function HostTable(props: TableProps) {
  const { bordered = true, flush = false, density = 'default', children } = props;
  // A region that scrolls is reached by the keyboard; one that does not is no stop on the way.
  const [region, { width }] = useResizeObserver<HTMLDivElement>();
  const scrolls = width > 0 && region.current !== null && region.current.scrollWidth > region.current.clientWidth;
  return (
    <Density.Provider value={density}>
      <div style={{ marginBottom: flush ? 0 : 16 }}>
        <MantineTable.ScrollContainer
          minWidth={0}
          type="native"
          ref={region as RefObject<HTMLDivElement>}
          {...(scrolls ? { tabIndex: 0 } : {})}
        >
          <MantineTable
            withTableBorder={bordered}
            withRowBorders={bordered}
            verticalSpacing={spacings[density]}
            horizontalSpacing="sm"
            fz="sm"
          >
            {children}
          </MantineTable>
        </MantineTable.ScrollContainer>
        {props.paginated === true && <Pages {...props} />}
      </div>
    </Density.Provider>
  );
}

function boxOf({ align, width }: Pick<TableCellProps, 'align' | 'width'>): CSSProperties {
  const widths =
    width === 'min'
      ? { width: 1, whiteSpace: 'nowrap' }
      : width === 'max'
        ? { width: '100%' }
        : typeof width === 'number'
          ? { width }
          : {};
  return { ...widths, ...(align === undefined ? {} : { textAlign: align }) };
}

function HostTableCell({ align, width, colSpan, children }: TableCellProps) {
  const density = useContext(Density);
  return (
    <MantineTable.Td
      style={{ ...boxOf({ ...defined({ align, width }) }), ...(density === 'default' ? { height: 48 } : {}) }}
      {...defined({ colSpan })}
    >
      {children}
    </MantineTable.Td>
  );
}

const sortIcons = { ascending: IconChevronUp, descending: IconChevronDown, none: IconSelector } as const;

function HostTableHeader(props: TableHeaderProps) {
  const { align, width, children } = props;
  const style = boxOf(defined({ align, width }));
  if (!('onSortChange' in props)) return <MantineTable.Th style={style}>{children}</MantineTable.Th>;
  const direction: Sort = props.sortDirection;
  const { onSortChange, disabled = false } = props;
  const SortIcon = sortIcons[direction];
  return (
    <MantineTable.Th style={style} aria-sort={direction}>
      <UnstyledButton
        className="wb-sort"
        disabled={disabled}
        onClick={() => fire(onSortChange, direction === 'ascending' ? 'descending' : 'ascending')}
      >
        {children}
        <SortIcon size={14} aria-hidden />
      </UnstyledButton>
    </MantineTable.Th>
  );
}

const aligned = { align: 'used', width: 'used' } as const;

export const tableComponents = {
  Table: mapped<TableProps>(
    {
      bordered: 'used',
      flush: 'used',
      density: 'used',
      paginated: 'used',
      pageCount: 'used',
      showButtonLabels: 'used',
      showFirstLastButtons: 'used',
      maxVisiblePageButtons: 'used',
      page: 'used',
      onPageChange: 'used',
    },
    HostTable,
  ),
  TableHead: mapped<TableElementProps>({}, ({ children }: TableElementProps) => (
    <MantineTable.Thead>{children}</MantineTable.Thead>
  )),
  TableBody: mapped<TableElementProps>({}, ({ children }: TableElementProps) => (
    <MantineTable.Tbody>{children}</MantineTable.Tbody>
  )),
  TableFooter: mapped<TableElementProps>({}, ({ children }: TableElementProps) => (
    <MantineTable.Tfoot>{children}</MantineTable.Tfoot>
  )),
  TableRow: mapped<TableElementProps>({}, ({ children }: TableElementProps) => (
    <MantineTable.Tr>{children}</MantineTable.Tr>
  )),
  TableCell: mapped<TableCellProps>({ ...aligned, colSpan: 'used' }, HostTableCell),
  TableHeader: mapped<TableHeaderProps>(
    { ...aligned, sortDirection: 'used', onSortChange: 'used', disabled: 'used' },
    HostTableHeader,
  ),
};
