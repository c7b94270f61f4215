import { Flex, Text } from '@hubspot/ui-extensions';
import { PageLink, PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import { pages } from './page-list.ts';
import { bold } from './text-formats.ts';

/**
 * Where a page is among the app's others, and its title. Links take the address's parameters along: the board's filters survive a visit elsewhere.
 *
 * @param path - one of `pages`
 */
export function PageNavigation({ path }: { readonly path: string }) {
  const { params } = usePageRoute();
  return (
    <>
      <Flex direction="row" gap="md" wrap={true}>
        {pages.map((page) =>
          page.path === path ? (
            <Text key={page.path} format={bold}>
              {page.title}
            </Text>
          ) : (
            <PageLink key={page.path} to={page.path} params={params}>
              {page.title}
            </PageLink>
          ),
        )}
      </Flex>
      <PageTitle>{pages.find((page) => page.path === path)?.title ?? ''}</PageTitle>
    </>
  );
}
