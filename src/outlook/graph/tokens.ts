/** The desk's registration with Microsoft, and how it shows that it is the one. */
export interface Registration {
  tenant: string;
  client: string;
  /** `certificateFile`: PEM, with the private key and the certificate. */
  proof: { secret: string } | { certificateFile: string };
}

const SCOPE = 'https://graph.microsoft.com/.default';

interface Credential {
  getToken(scope: string): Promise<{ token: string }>;
}

/** Tokens for the app itself, from Microsoft; the package that fetches and keeps them is loaded with the first. */
export function tokensOf({ tenant, client, proof }: Registration): () => Promise<string> {
  let credential: Promise<Credential> | null = null;
  return async () => {
    credential ??= import('@azure/identity').then(({ ClientCertificateCredential, ClientSecretCredential }) =>
      'secret' in proof
        ? new ClientSecretCredential(tenant, client, proof.secret)
        : new ClientCertificateCredential(tenant, client, proof.certificateFile),
    );
    return (await (await credential).getToken(SCOPE)).token;
  };
}
