import type { Document, Section } from "../markdown/sections.ts";
import type { Fragment, Reader } from "../reading/fragment.ts";
import type { PartWords } from "../reading/part-role.ts";
import type { Source } from "../text/source.ts";

/** A convention in which people write endpoint docs. */
export interface Dialect {
	/** Names it in the config and in the coverage record. */
	readonly name: string;
	/**
	 * There when it reads documents as lines: what is within a claimed section is not looked at again. False for a text that
	 * it cannot claim, however that is divided into sections.
	 */
	readonly whole?: (source: Source) => boolean;
	/** The words that open parts, where these may stand beside the operation's heading and not only under it. */
	readonly words?: PartWords;
	/** True when its sections are only looked for outside of those that others claim. */
	readonly apart?: true;
	/**
	 * There when what it reads of a section hangs on that, on what its reader answers, and on this, which it takes from the
	 * rest of the document.
	 */
	readonly local?: (section: Section, document: Document) => string;
	/** True when a section is written in this convention; the root section stands for the whole document. */
	readonly claims: (section: Section, document: Document) => boolean;
	/** Reads a claimed section, everything within it included. */
	readonly read: (
		section: Section,
		reader: Reader,
		document: Document,
	) => Fragment;
}
