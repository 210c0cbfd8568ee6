// relay-compiler reads this and writes artifacts; it is never run, so that no Babel plugin is needed.
import { graphql } from 'relay-runtime';

graphql`
  query weaponSystemsQuery($first: Int, $last: Int) {
    ...weaponSystems_page @arguments(first: $first, last: $last)
  }
`;

// Relay asks in one direction with explicit nulls for the other one's arguments.
graphql`
  fragment weaponSystems_page on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "weaponSystemsPageQuery") {
    weaponSystems(first: $first, after: $after, last: $last, before: $before, orderBy: [{ field: CODE_NAME }])
      @connection(key: "weaponSystems_weaponSystems") {
      totalCount
      edges {
        node {
          codeName
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasPreviousPage
        hasNextPage
      }
    }
  }
`;
