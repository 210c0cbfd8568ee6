// relay-compiler reads this and writes artifacts; it is never run, so that no Babel plugin is needed.
import { graphql } from 'relay-runtime';

graphql`
  query weaponSystemQuery($id: ID!) {
    weaponSystem(id: $id) {
      id
      codeName
      designation
      withheld
      ...weaponSystem_facilities @arguments(count: 1)
    }
  }
`;

graphql`
  query weaponSystemNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      ... on WeaponSystem {
        id
        codeName
        designation
        withheld
      }
    }
  }
`;

// The pages of a record's own list come through node(id:), in a query that relay-compiler writes.
graphql`
  fragment weaponSystem_facilities on WeaponSystem
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" })
  @refetchable(queryName: "weaponSystemFacilitiesQuery") {
    productionFacilities(first: $count, after: $cursor, orderBy: [{ field: NAME }])
      @connection(key: "weaponSystem_productionFacilities") {
      totalCount
      edges {
        node {
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;
