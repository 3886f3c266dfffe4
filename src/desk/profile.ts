/** What Slack says of a person. */
export interface Profile {
  slackId: string;
  teamId: string;
  name: string;
  /** IANA time zone. */
  zone: string;
  /** Null where the workspace does not let the desk read it. */
  email: string | null;
  /** A guest, or somebody of another workspace. */
  outside: boolean;
  /** False where Slack could not be asked: then nothing but the id is certain. */
  known: boolean;
}

/** Looks persons up in Slack. */
export interface Profiles {
  profileOf(slackId: string, teamId: string): Promise<Profile>;
}
