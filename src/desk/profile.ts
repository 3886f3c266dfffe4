/** What Slack says of a person. */
export interface Profile {
  slackId: string;
  teamId: string;
  name: string;
  /** IANA time zone. */
  zone: string;
  /** A guest, or somebody of another workspace. */
  outside: boolean;
}
