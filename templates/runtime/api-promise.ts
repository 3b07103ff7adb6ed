import type { ApiError } from "./errors.js";

/** What became of a call: its data, or the error that awaiting it would throw. */
export type ApiResult<T, E = ApiError> =
	| { readonly ok: true; readonly data: T }
	| { readonly ok: false; readonly error: E };

/**
 * The result of a call. The request is sent once, at once; the response's body is read when the result is first asked
 * for, and not at all when only `asResponse` is.
 */
export class ApiPromise<T, E = ApiError> extends Promise<T> {
	readonly #response: Promise<Response>;
	readonly #read: () => Promise<T>;
	#data: Promise<T> | undefined;

	constructor(response: Promise<Response>, read: () => Promise<T>) {
		// Nobody waits for the promise that this one is; `then` leads to the data.
		super(() => {});
		this.#response = response;
		this.#read = read;
	}

	/**
	 * The response as it came, its body unread; it rejects as the call does when the status is not a success. From then
	 * on the body is the caller's: the call's timeout and signal end with the headers.
	 */
	asResponse(): Promise<Response> {
		return this.#response;
	}

	/** The data together with the response that it was read from. */
	async withResponse(): Promise<{
		readonly data: T;
		readonly response: Response;
	}> {
		return { data: await this, response: await this.#response };
	}

	/** What became of the call, errors included; it does not reject. */
	result(): Promise<ApiResult<T, E>> {
		return this.then<ApiResult<T, E>, ApiResult<T, E>>(
			(data) => ({ ok: true, data }),
			// The docs are the only witness of what a failure looks like.
			(error) => ({ ok: false, error: error as E }),
		);
	}

	// biome-ignore lint/suspicious/noThenProperty: a promise has one.
	override then<A = T, B = never>(
		onfulfilled?: ((value: T) => A | PromiseLike<A>) | null | undefined,
		onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null | undefined,
	): Promise<A | B> {
		this.#data ??= this.#response.then(this.#read);
		return this.#data.then(onfulfilled, onrejected);
	}

	override finally(onfinally?: (() => void) | null | undefined): Promise<T> {
		return this.then().finally(onfinally);
	}
}
