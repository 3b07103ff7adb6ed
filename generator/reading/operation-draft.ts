import type {
	Authentication,
	Body,
	Envelope,
	Example,
	Origins,
	Parameter,
	Permissions,
	Property,
	Response,
	SecurityScheme,
	Server,
	Shape,
} from "../model/types.ts";
import type { SdkName } from "./call-signature.ts";
import type { EndpointLine } from "./endpoint-line.ts";
import { type FieldContext, openContext } from "./field-context.ts";
import type { ListedInProse } from "./listed-in-prose.ts";
import type { OwnedFields } from "./owned-answer.ts";
import type { StatedMedia } from "./settled-media.ts";
import type { ShownValue } from "./shown-value.ts";
import type { StatedHeader } from "./stated-headers.ts";
import type { Supported } from "./supported.ts";
import type { Variant } from "./variants.ts";

/** What is known of an operation while its section is read. */
export interface OperationDraft {
	readonly endpoint: EndpointLine;
	readonly description: string[];
	readonly parameters: Parameter[];
	readonly bodyFields: Property[];
	readonly responses: Response[];
	/** Headers of answers, some of which may be read before the answers that they come with. */
	readonly responseHeaders: StatedHeader[];
	readonly examples: Example[];
	/** Those of the API that its samples show. */
	readonly servers: Server[];
	/** Those that the docs state for this operation, whether or not they are the API's. */
	readonly ownServers: Server[];
	readonly security: SecurityScheme[];
	/** What the docs say that it supports, which another place describes. */
	readonly supports: Supported[];
	/** Fields that the docs give to something by name, wherever it stands. */
	readonly owned: OwnedFields[];
	/** What sentences list of the answer. */
	readonly listed: ListedInProse[];
	/** What sample calls pass beside path and body. */
	readonly shown: ShownValue[];
	/** What is said of the fields that are read next. */
	readonly context: FieldContext;
	/** Fields of the body that are there under a condition. */
	readonly bodyVariants: Variant[];
	/** The types whose fields the body has, too. */
	readonly bodyBases: Set<string>;
	/** Fields of answers that are there under a condition. */
	readonly answerVariants: (Variant & { readonly status: string })[];
	body?: Body;
	/** The body as a formal description states it. */
	specBody?: Body;
	/** The operation's title where a formal description gives one; it stands in for a heading that only has the endpoint. */
	title?: string | undefined;
	deprecated?: true;
	/** How the body is sent, where the docs say so. */
	bodyMediaType?: string;
	/** Names of fields whose place no words say. */
	readonly unsaid: Set<string>;
	/** How the answer comes, where words say it. */
	answerMedia?: StatedMedia;
	/** Fields that the docs place in the path, which has no room for them. */
	readonly strangers: Property[];
	/** The docs say that the body has more fields than they list. */
	cutBody?: true;
	/** What samples show of the body, and where. */
	shownBody?: { readonly shape: Shape; readonly origins: Origins };
	/** Statuses whose answers the docs describe, beside showing them. */
	readonly describedStatuses: Set<string>;
	/** Statuses whose answers the docs write out as a template, one value or many. */
	readonly drawnStatuses: Set<string>;
	envelope?: Envelope;
	permissions?: Permissions;
	authentication?: Authentication | undefined;
	name?: SdkName;
	/** The type whose pages the operation gives, if a signature says so: what "Returns" describes is one of many. */
	page?: string;
	/** What a page has many of, until an example shows where in the page they are. */
	pageItem?: { readonly shape: Shape; readonly origins: Origins };
}

/** A draft of which only the endpoint line is known. */
export function draftOperation(endpoint: EndpointLine): OperationDraft {
	return {
		endpoint,
		description: [],
		parameters: [],
		bodyFields: [],
		responses: [],
		responseHeaders: [],
		examples: [],
		servers: [],
		ownServers: [],
		security: [],
		supports: [],
		owned: [],
		listed: [],
		shown: [],
		context: openContext(),
		bodyVariants: [],
		bodyBases: new Set(),
		answerVariants: [],
		unsaid: new Set(),
		strangers: [],
		describedStatuses: new Set(),
		drawnStatuses: new Set(),
	};
}
