import { Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import { CopyButton } from '../shared/CopyButton.tsx';
import { demibold } from '../shared/text-formats.ts';
import { agendaMarkdown, decisionInWords } from './agenda.ts';
import type { Agenda } from './agenda.ts';

/** The agenda as it will look in a mail: apps may put plain text on the clipboard only, so formatting comes along where it is selected by hand. */
export function AgendaView({ agenda }: { readonly agenda: Agenda }) {
  const { title, opening, earlier, items } = agenda;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        <CopyButton label="Copy the agenda as Markdown" text={() => agendaMarkdown(agenda)} />
        <Text variant="microcopy">
          For a mail or Word, select the text below and copy it: headings and lists come along. To print it, select it
          and choose “Selection only” in the browser’s print dialog.
        </Text>
      </Flex>
      <Heading>{title}</Heading>
      {opening.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {earlier.length > 0 && (
        <>
          <Text format={demibold}>What became of earlier decisions</Text>
          <List variant="unordered-styled">
            {earlier.map((decision) => (
              <Text key={decision.id}>{`${decisionInWords(decision)} – ${decision.status}`}</Text>
            ))}
          </List>
        </>
      )}
      <Text format={demibold}>To discuss</Text>
      {items.length === 0 && <Text>Nothing is picked yet: tick “Discuss” at a theme or a deal.</Text>}
      {items.map(({ title: of, figures, words }, place) => (
        <Flex key={of} direction="column" gap="flush">
          <Text format={demibold}>{`${place + 1}. ${of}`}</Text>
          <Text>{figures}</Text>
          {words.length > 0 && (
            <List variant="unordered-styled">
              {words.map(({ from, why }) => (
                <Text key={from}>{`${from}: “${why}”`}</Text>
              ))}
            </List>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
