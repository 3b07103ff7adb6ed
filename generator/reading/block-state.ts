import type { Announcement } from "./announcement.ts";
import type { Reader } from "./fragment.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { ResponseState } from "./response-state.ts";

/** What a block of an operation's section is read with. */
export interface BlockState {
	readonly draft: OperationDraft;
	readonly reader: Reader;
	readonly responses: ResponseState;
	/** What the words in front say of the block. */
	readonly announced: Announcement;
}
