// relay-compiler reads this and writes artifacts; it is never run, so that no Babel plugin is needed.
import { graphql } from 'relay-runtime';

// What is null only beside an error is not null in the type of its data.
graphql`
  query readLogQuery @throwOnFieldError {
    viewer {
      roles
    }
    readLog(newest: 1) {
      nation
    }
  }
`;
