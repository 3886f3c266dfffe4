/** The desk's registration with Microsoft. */
export interface Registration {
  tenant: string;
  client: string;
  secret: string;
}

const SCOPE = 'https://graph.microsoft.com/.default';

/** Tokens for the app itself, from Microsoft; the package that fetches and keeps them is loaded with the first. */
export function tokensOf({ tenant, client, secret }: Registration): () => Promise<string> {
  let credential: Promise<{ getToken(scope: string): Promise<{ token: string }> }> | null = null;
  return async () => {
    credential ??= import('@azure/identity').then(
      ({ ClientSecretCredential }) => new ClientSecretCredential(tenant, client, secret),
    );
    return (await (await credential).getToken(SCOPE)).token;
  };
}
