import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import './explorer.css';

const FIRST_QUERY = `# Beket's API. The button with the book on the left shows its documentation.
# Sign in with the mutation signIn and put the token into the headers below:
# { "Authorization": "Bearer …", "Accept-Language": "en" }

query FromBishkek {
  places(query: "bishkek", first: 3) {
    id
    name
    kind
  }
  popularDirections(first: 5) {
    from { name }
    to { name }
    priceFrom { amount currency }
    tripsPerDay
  }
}
`;

const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
const fetcher = createGraphiQLFetcher({ url: '/graphql', wsClient: createClient({ url: socketUrl, lazy: true }) });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the explorer.');
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={FIRST_QUERY} shouldPersistHeaders={false} />);
