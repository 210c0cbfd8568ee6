// relay-compiler reads this and writes artifacts; it is never run, so that no Babel plugin is needed.
import { graphql } from 'relay-runtime';

graphql`
  query markingDesignationQuery($id: ID!) {
    marking(of: "designation")
    weaponSystem(id: $id) {
      id
      designation
    }
  }
`;

graphql`
  query markingCodeNameQuery($id: ID!) {
    marking(of: "code name")
    weaponSystem(id: $id) {
      id
      codeName
    }
  }
`;
