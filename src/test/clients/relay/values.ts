// relay-compiler reads this and writes artifacts; it is never run, so that no Babel plugin is needed.
import { graphql } from 'relay-runtime';

graphql`
  query valuesBriefQuery($id: ID!) @throwOnFieldError {
    viewer {
      subject
    }
    weaponSystem(id: $id) {
      id
      withheld
      label {
        marking
      }
      portions {
        field
      }
      unitCost {
        amount
      }
      developers {
        totalCount
      }
    }
    allocations {
      totalCount
      totals {
        amount
      }
    }
    agreements(where: { type: { eq: PRELIMINARY } }) {
      nodes {
        id
        coverage
        parties {
          id
          role
        }
        productionCountries {
          alpha2
        }
      }
    }
  }
`;

graphql`
  query valuesFullQuery($id: ID!) @throwOnFieldError {
    viewer {
      roles
      clearance {
        level
        nation
      }
    }
    weaponSystem(id: $id) {
      id
      withheld
      label {
        policy
        classification {
          code
          rank
        }
        releasableTo {
          alpha2
        }
      }
      portions {
        field
        label {
          marking
        }
      }
      unitCost {
        amount
        currency
      }
      developers {
        totalCount
        edges {
          node {
            id
            legalName
            jurisdiction {
              alpha2
              name
            }
          }
        }
      }
    }
    allocations {
      totalCount
      totals {
        amount
        currency
      }
      countBy(field: STAGE) {
        key
        count
      }
    }
    agreements(where: { type: { eq: PRELIMINARY } }) {
      nodes {
        id
        title
        parties {
          id
          role
          country {
            alpha2
            name
          }
        }
        productionCountries {
          alpha2
          name
        }
      }
    }
  }
`;
