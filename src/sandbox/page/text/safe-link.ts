const FOLLOWED = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** The address if it may become a live link (http, https, mailto), else null. */
export const safeLink = (address: string): string | null => (FOLLOWED.test(address) ? address : null);
