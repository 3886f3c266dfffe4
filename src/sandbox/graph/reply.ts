/** An answer before it goes out, alone or as part of a batch. */
export interface GraphReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

/** A request before it is looked at, alone or as part of a batch. */
export interface GraphRequest {
  method: string;
  /** Below the version, without it: "/users/…/events". */
  path: string;
  query: URLSearchParams;
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

export const reply = (status: number, body: unknown = null, headers: Record<string, string> = {}): GraphReply => ({
  status,
  headers,
  body,
});

/** Graph's form of saying no. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
  more: Record<string, string> = {},
): GraphReply => reply(status, { error: { code, message, ...more, innerError: { 'request-id': '0' } } }, headers);

export const notFound = (): GraphReply =>
  refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
export const badRequest = (message: string): GraphReply => refusal(400, 'ErrorInvalidRequest', message);
