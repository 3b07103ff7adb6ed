import type { Answer } from "./answer.js";
import { failureOf, parse } from "./decode.js";
import { own } from "./own.js";

/** The body as text, whatever its content type. JSON that says that the call failed is a failure here, too. */
export async function readText(answer: Answer): Promise<string> {
	const { exchange, response } = answer;
	const text = await answer.text();
	if (own(parse(text, response), exchange.envelope.success) === false)
		throw failureOf(answer, text);
	return text;
}
