import type { JsonValue } from "../text/json.ts";
import type { Span } from "../text/span.ts";

/** The version of the model's form; a reader refuses a version that it does not know. */
export const MODEL_VERSION = 1;

/** How a fact is known: written in the docs, read off an example or a sibling, or our default. */
export type Basis = "stated" | "inferred" | "assumed";

/** What an origin vouches for; an origin without a list vouches for the existence of the thing. */
export type Fact =
	| "name"
	| "type"
	| "required"
	| "location"
	| "default"
	| "constraints"
	| "summary"
	| "description"
	| "example"
	| "value"
	| "status"
	| "deprecated";

/** Where facts come from: the place in the docs and how much it says. */
export interface Origin {
	readonly span: Span;
	readonly basis: Basis;
	readonly of?: readonly Fact[];
}

/** Origins in order: the first is the place that a reader is led to. */
export type Origins = readonly [Origin, ...Origin[]];

/** Everything the docs say about one API. Plain JSON: `parse(print(model))` is the same model. */
export interface ApiModel {
	readonly version: typeof MODEL_VERSION;
	readonly title: string;
	/** The documents that were read, by name, sorted. */
	readonly documents: readonly string[];
	readonly servers: readonly Server[];
	/** Ways to authenticate, preferred ones first; the credentials of one are sent together. */
	readonly security: readonly SecurityScheme[];
	readonly resources: readonly Resource[];
	/** Sorted by resource and then by place in the docs. */
	readonly operations: readonly Operation[];
	/** What the docs say of the API as a whole and of which nothing here is a part: rate limits, versions, signatures. */
	readonly notes?: readonly Note[];
	/** Failures that the docs describe once for all operations, by status; `default` stands for all of them. */
	readonly errors?: readonly Response[];
	/** Named shapes, sorted by name. */
	readonly shapes: readonly NamedShape[];
}

/** A base URL, without a trailing slash. */
export interface Server {
	readonly url: string;
	readonly origins: Origins;
}

/** One way to authenticate: all its credentials are sent together. */
export interface SecurityScheme {
	/** As the docs call it: `API Email + API Key`. */
	readonly title: string;
	readonly description?: string;
	readonly credentials: readonly Credential[];
	/** Where the credential of this scheme is got, when it is an access token of OAuth 2. */
	readonly oauth?: OAuth;
	readonly origins: Origins;
}

/** How an access token is got, as far as the docs say it. */
export interface OAuth {
	/** Where a user is sent to agree. */
	readonly authorizationUrl?: string;
	readonly tokenUrl?: string;
	readonly scopes: readonly Scope[];
}

/** A permission that an access token can carry. */
export interface Scope {
	readonly name: string;
	readonly description?: string;
}

/** One secret or name that a caller holds and where it goes in a request. */
export interface Credential {
	/** In the docs' words, as a wire name: `api_token`. */
	readonly name: string;
	readonly kind: "bearer" | "basic" | "apiKey";
	readonly in: "header" | "query" | "cookie";
	/** The header, query parameter or cookie that carries it; for `bearer` and `basic` it is `Authorization`. */
	readonly parameter: string;
	/** What stands in front of the secret, spaces included: the `Token ` of `Authorization: Token 3f2a`. Only for `apiKey`. */
	readonly prefix?: string;
	/** The environment variable that the docs' examples read it from. */
	readonly environment?: string;
	readonly description?: string;
	readonly origins: Origins;
}

/** A chapter about the API as a whole, kept as words. */
export interface Note {
	readonly title: string;
	/** Markdown. */
	readonly text: string;
	readonly origins: Origins;
}

/** A node of the client's tree: a collection of operations and other resources. */
export interface Resource {
	/** Wire names from the root: `["magic_transit", "ipsec_tunnels"]`. */
	readonly path: readonly string[];
	readonly title?: string;
	readonly description?: string;
	readonly origins: Origins;
}

export type HttpMethod =
	| "GET"
	| "PUT"
	| "POST"
	| "DELETE"
	| "PATCH"
	| "HEAD"
	| "OPTIONS"
	| "TRACE";

/** One segment of a path, between two slashes; never a string with braces in it. */
export type PathSegment =
	| PathPart
	| { readonly kind: "mixed"; readonly parts: readonly PathPart[] };

/** A literal, or the wire name of a path parameter. */
export type PathPart =
	| { readonly kind: "literal"; readonly text: string }
	| { readonly kind: "parameter"; readonly name: string };

/** A heading of the docs that can be linked to: `spec/tunnels.md#create-a-tunnel`. */
export interface DocPlace {
	readonly file: string;
	readonly anchor?: string;
}

/** One method on one path. */
export interface Operation {
	/** Method and path with braces, for people and for sorting: `GET /zones/{zone_id}`. Not to be parsed. */
	readonly id: string;
	readonly method: HttpMethod;
	readonly path: readonly PathSegment[];
	/** Base URLs of this operation alone, the first preferred, where the docs place it elsewhere than the API; never empty. */
	readonly servers?: readonly Server[];
	/** Wire names of the resource that the method hangs under; set by reading where the docs state it, else by the name pass. */
	readonly resource?: readonly string[];
	/** The method's own wire name, `psk_generate`; the name pass sets it where the docs do not. */
	readonly name?: string;
	/**
	 * Path parameters of the scope that resources hang under, `account_id` in `/accounts/{account_id}/zones`: they tell
	 * where, not which, so a caller names them.
	 */
	readonly scope?: readonly string[];
	/** Where `resource` and `name` come from. */
	readonly nameOrigins?: Origins;
	/** One line, Markdown kept. */
	readonly summary?: string;
	/** Paragraphs, Markdown kept. */
	readonly description?: string;
	readonly deprecated?: boolean;
	readonly permissions?: Permissions;
	/** Absent where the docs do not say whether this operation is open to everyone. */
	readonly authentication?: Authentication;
	readonly parameters: readonly Parameter[];
	readonly body?: Body;
	readonly responses: readonly Response[];
	/** Wraps the data of a success; absent when the data is the whole body. */
	readonly envelope?: Envelope;
	readonly pagination?: Pagination;
	readonly examples: readonly Example[];
	readonly places: readonly DocPlace[];
	readonly origins: Origins;
}

/** The permissions a credential needs: at least one of them, or all. */
export interface Permissions {
	readonly need: "any" | "all";
	readonly names: readonly string[];
	readonly origins: Origins;
}

/** What the docs say of an operation's own authentication. */
export interface Authentication {
	/** False for an operation that is called without credentials. */
	readonly required: boolean;
	readonly origins: Origins;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter {
	/** As on the wire: `page-size`. */
	readonly name: string;
	readonly in: ParameterLocation;
	/** Left out where the docs do not say; a path parameter is always `true`. */
	readonly required?: boolean;
	readonly shape: Shape;
	readonly description?: string;
	readonly default?: JsonValue;
	readonly deprecated?: boolean;
	readonly example?: JsonValue;
	readonly origins: Origins;
}

/** A request's body. */
export interface Body {
	readonly mediaType: string;
	readonly required?: boolean;
	readonly shape: Shape;
	/** The docs do not describe this body: `shape` only offers names to a caller, and nothing of it is promised. */
	readonly suggested?: boolean;
	readonly description?: string;
	readonly origins: Origins;
}

export interface Response {
	/** `200`, `4XX`, `default`. */
	readonly status: string;
	readonly description?: string;
	/** Absent when the response has no body; for JSON it is `application/json`. */
	readonly mediaType?: string;
	/** The data: inside `operation.envelope` where that wraps this response, else the whole body. */
	readonly shape?: Shape;
	/** True when `operation.envelope` wraps `shape` in this response. */
	readonly enveloped?: boolean;
	/** Those that the docs name, but for what every answer over HTTP has. */
	readonly headers?: readonly ResponseHeader[];
	readonly origins: Origins;
}

/** A header that comes with an answer. */
export interface ResponseHeader {
	/** As the docs write it; case makes no difference. */
	readonly name: string;
	/** Left out where the docs do not say whether it is always there. */
	readonly required?: boolean;
	readonly shape: Shape;
	readonly description?: string;
	readonly origins: Origins;
}

/** The object around the data of a success. */
export interface Envelope {
	/** The property that holds the data: `result`. */
	readonly data: string;
	/** The property that is `false` when a call failed although its status says otherwise: `success`. */
	readonly success?: string;
	/** The property that lists errors: `errors`. */
	readonly errors?: string;
	/** The whole body, the data's own property left `unknown`. */
	readonly shape: Shape;
	readonly origins: Origins;
}

/** How a list goes on behind its first page. */
export interface Pagination {
	/** What asks for another page: its number, how many items to pass over, a mark that the page before gave, or a whole URL. */
	readonly kind: "page" | "offset" | "cursor" | "url";
	/** The wire name of the query parameter that does; none for `url`. */
	readonly parameter?: string;
	/** The wire name of the query parameter that says how many items a page has. */
	readonly size?: string;
	/** The way to the items in the whole body; empty where the body is the list. */
	readonly items?: readonly string[];
	/** Where a page gives what asks for the next one; left out where it can be counted or is not said. */
	readonly next?: NextPage;
	/** The way to what is `true` when there is a next page. */
	readonly more?: readonly string[];
	/** What the parameter is on the first page, where that is not 1 for a page and 0 for an offset. */
	readonly first?: number;
	readonly total?: PageTotal;
	readonly origins: Origins;
}

/** Where a page tells how many items, or pages, there are in all. */
export interface PageTotal {
	readonly of: "items" | "pages";
	readonly path: readonly string[];
}

/** A property, by the way to it in the whole body, or a header; that of `Link` is the URL with `rel="next"`. */
export type NextPage =
	| {
			readonly kind: "property";
			readonly path: readonly string[];
			/** It is a whole URL, also where a parameter would turn the page. */
			readonly url?: boolean;
	  }
	| { readonly kind: "header"; readonly name: string };

/** A value that the docs show. */
export interface Example {
	readonly on: "request" | "response";
	/** For responses. */
	readonly status?: string;
	readonly mediaType: string;
	/** The whole body, envelope included. */
	readonly value: JsonValue;
	readonly origins: Origins;
}

/** A shape that a name stands for. */
export interface NamedShape {
	/** Unique in the model, a legal TypeScript type name made from the docs' words: `IpsecTunnel`. */
	readonly name: string;
	readonly shape: Shape;
	readonly description?: string;
	readonly origins: Origins;
}

/** What a value looks like. */
export type Shape =
	| UnknownShape
	| { readonly kind: "null" }
	| { readonly kind: "boolean" }
	| NumberShape
	| StringShape
	| LiteralShape
	| ArrayShape
	| RecordShape
	| ObjectShape
	| UnionShape
	| ReferenceShape;

/** The docs do not say; `placeholder` is what stands there instead, `null` or `{}`, where they were cut off. */
export interface UnknownShape {
	readonly kind: "unknown";
	readonly placeholder?: "null" | "{}";
}

export interface NumberShape {
	readonly kind: "number";
	readonly integer?: boolean;
	readonly minimum?: number;
	readonly maximum?: number;
}

export interface StringShape {
	readonly kind: "string";
	/** A name from the JSON Schema or OpenAPI format registries: `date-time`, `uuid`, `ipv4`. */
	readonly format?: string;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly pattern?: string;
}

export interface LiteralShape {
	readonly kind: "literal";
	readonly value: string | number | boolean;
}

export interface ArrayShape {
	readonly kind: "array";
	readonly items: Shape;
}

/** An object whose keys are data: a map. */
export interface RecordShape {
	readonly kind: "record";
	readonly values: Shape;
}

export interface ObjectShape {
	readonly kind: "object";
	readonly properties: readonly Property[];
	/** True where the docs say that other properties may be there. */
	readonly open?: boolean;
	/** The name that the docs give this object, `PSKMetadata`, before it is a named shape of its own. */
	readonly title?: string;
	/** Until names are resolved: what else is known of a value of which the docs only give the type's name. */
	readonly shown?: Shape;
	/** Until names are resolved: the types whose fields this object has, too. */
	readonly bases?: readonly string[];
}

export interface UnionShape {
	readonly kind: "union";
	readonly members: readonly Shape[];
	/** The literal property that tells the members apart. */
	readonly discriminator?: string;
}

export interface ReferenceShape {
	readonly kind: "reference";
	/** The `name` of a `NamedShape`. */
	readonly name: string;
}

export interface Property {
	readonly name: string;
	/** Left out where the docs do not say. */
	readonly required?: boolean;
	readonly shape: Shape;
	readonly description?: string;
	readonly default?: JsonValue;
	readonly deprecated?: boolean;
	/** Only in responses, never sent. */
	readonly readOnly?: boolean;
	readonly origins: Origins;
}
