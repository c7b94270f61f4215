import { Accordion, AutoGrid, Checkbox, Flex, Heading, ProgressBar, Tag, Text } from '@hubspot/ui-extensions';
import { FoldingTable } from '../shared/FoldingTable.tsx';
import { demibold } from '../shared/text-formats.ts';
import type { Picks } from './agenda.ts';
import type { ShareLine, ThemeLine, WhyLine } from './theme-lines.ts';
import { WhysList } from './WhysList.tsx';

type ThemesViewProps = {
  readonly lines: readonly ThemeLine[];
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
  readonly portalId: number;
};

/** So many of a theme's words are there without a click. */
const shownWords = 2;
const shownCharacters = 220;

/** What customers' wishes have in common, with their own words under each; a tick takes a theme or a deal to the meeting. */
export function ThemesView({ lines, picks, onPick, portalId }: ThemesViewProps) {
  const most = Math.max(1, ...lines.map(({ openValue }) => openValue));
  return (
    <Flex direction="column" gap="md">
      <Heading>In the customers’ words, by theme</Heading>
      {lines.length === 0 ? (
        <Text>
          Nobody has written down a customer’s words: the card on a deal has a field for them, and proposes themes.
        </Text>
      ) : (
        <Text variant="microcopy">A deal with two themes counts under each.</Text>
      )}
      {lines.map((line) => (
        <ThemeBlock key={line.themeId ?? ''} {...{ line, most, picks, onPick, portalId }} />
      ))}
    </Flex>
  );
}

type ThemeBlockProps = Omit<ThemesViewProps, 'lines'> & { readonly line: ThemeLine; readonly most: number };

function ThemeBlock({ line, most, picks, onPick, portalId }: ThemeBlockProps) {
  const { themeId, name, openValue, figures, silent, whys, months, industries } = line;
  return (
    <Flex direction="column" gap="xs">
      <ProgressBar title={name} value={openValue} maxValue={most} valueDescription={figures} />
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        {themeId !== null && (
          <Checkbox
            size="sm"
            checked={picks.themes.includes(themeId)}
            aria-label={`Discuss ${name}`}
            onChange={(isPicked) => {
              onPick({ ...picks, themes: withOrWithout(picks.themes, themeId, isPicked) });
            }}
          >
            Discuss
          </Checkbox>
        )}
        {silent !== null && <Tag variant="warning">{silent}</Tag>}
      </Flex>
      {whys.slice(0, shownWords).map((why) => (
        <Text key={why.dealId}>{`“${shortened(why.why)}” – ${why.from}`}</Text>
      ))}
      <Accordion title={`${name}: all words, months, industries`} size="xs">
        <Flex direction="column" gap="sm">
          {whys.length > 0 && (
            <WhysList
              whys={whys}
              portalId={portalId}
              picked={picks.deals}
              onPick={(why: WhyLine, isPicked) => {
                onPick({ ...picks, deals: withOrWithout(picks.deals, why.dealId, isPicked) });
              }}
            />
          )}
          <AutoGrid columnWidth={320} flexible={true} gap="md">
            <Shares by="By month" lines={months} />
            <Shares by="By industry" lines={industries} />
          </AutoGrid>
        </Flex>
      </Accordion>
    </Flex>
  );
}

function Shares({ by, lines }: { readonly by: string; readonly lines: readonly ShareLine[] }) {
  return (
    <Flex direction="column" gap="xs">
      <Text format={demibold}>{by}</Text>
      <FoldingTable
        items={lines}
        keyOf={(line) => line.of}
        subject={(line) => <Text>{line.of}</Text>}
        figures={({ open, won, lost }) => [
          { label: 'Open', value: open },
          { label: 'Won', value: won },
          { label: 'Lost', value: lost },
        ]}
      />
    </Flex>
  );
}

function withOrWithout(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return isIn ? [...others, id] : others;
}

/** On one line, cut after a word. */
function shortened(why: string): string {
  const line = why.replace(/\s+/gu, ' ');
  if (line.length <= shownCharacters) return line;
  const cut = line.slice(0, shownCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), shownCharacters / 2))}…`;
}
