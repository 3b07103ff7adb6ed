import type { Reader } from "./answer.js";
import type { ClientCore } from "./client-core.js";
import type { HeaderMap } from "./headers.js";
import type { RequestOptions } from "./options.js";
import type { Base } from "./url.js";

/** One operation of the API, as data: everything `call` needs to know to send it and to read its answer. */
export interface Operation {
	/** Path of the method in the client, for messages: `zones.records.get`. */
	readonly name: string;
	readonly method: string;
	/** Literals and wire names of path parameters in turn: `["/zones/", "zone_id", "/records/", "record_id", ""]`. */
	readonly path: readonly string[];
	/** Where it is if not where the client is; `undefined` is there. Who calls no such operation does not load it. */
	readonly server?: (
		client: ClientCore,
		operation: Operation,
		options: RequestOptions,
	) => Base | undefined;
	/** Wire name of the path parameter that is given by position. */
	readonly positional?: string;
	/** Wire names of the params that go into the query. */
	readonly query?: readonly string[];
	/** Wire names of the params that are headers. */
	readonly header?: readonly string[];
	/**
	 * `fields`: every other param is a property of the JSON body; `whole`: the param `body` is the body; `object`: so it is,
	 * and `{}` where it is left out.
	 */
	readonly body?: "fields" | "whole" | "object";
	/**
	 * How a body is written that is no JSON, and its content type unless `headers` have one; who calls no such operation
	 * does not load it.
	 */
	readonly encode?: (
		operation: string,
		value: unknown,
		headers: HeaderMap,
		type?: string,
	) => BodyInit | null | Promise<BodyInit>;
	/** Content type of a body that is sent as it is given. */
	readonly type?: string;
	/** Sent without credentials. */
	readonly open?: true;
	/** How the body of a success is read that is no JSON; who calls no such operation does not load it. */
	readonly read?: Reader;
	/** The content type that is asked for; JSON unless stated. */
	readonly accept?: string;
	/** What its answers are wrapped in; what the API's are unless stated. */
	readonly envelope?: Envelope;
}

/** What an answer is wrapped in. */
export interface Envelope {
	/** Property of the response's body that holds the data; without it the data is the whole body. */
	readonly data?: string;
	/** Property of the response's body that is `false` when the call failed although its status says otherwise. */
	readonly success?: string;
	/** Property that lists errors, in bodies of successes and failures alike. */
	readonly errors?: string;
}

/** What a path parameter can be. */
export type PathValue = string | number | bigint | boolean;
