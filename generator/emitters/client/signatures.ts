import { type Code, code, joinCode } from "../../code/code.ts";
import type { ApiModel, Operation } from "../../model/types.ts";
import type { OutputFile } from "../../text/output-file.ts";
import { signatureOf } from "./operations.ts";
import { planClient } from "./plan.ts";
import { readRuntime } from "./runtime.ts";
import type { Scope } from "./types.ts";

/** An operation as the client declares it. */
interface Signature {
	readonly operation: Operation;
	/** `["hives", "get"]` */
	readonly members: readonly string[];
	/** `hives.get(hive_id: string, options?: RequestOptions): ApiPromise<Hive>` */
	readonly text: string;
	/** The file and the interface that declare its method: `src/resources/hives.ts`, `Hives`. */
	readonly file: string;
	readonly owner: string;
}

/** The signatures of all methods, for people to read. */
export function signaturesOf(
	model: ApiModel,
	runtime: readonly OutputFile[],
	className: string,
): readonly Signature[] {
	const plan = planClient(model, readRuntime(runtime), className);
	const scope: Scope = {
		plan,
		references: new Set(),
		uses: new Set(),
		calls: new Set(),
		direction: "received",
	};
	return plan.resources.flatMap(({ file, members, className, operations }) =>
		operations.map((planned) => {
			const { parameters, returns } = signatureOf(planned, scope);
			const given = parameters.map(({ name, type, optional }): Code => {
				const mark = optional === true ? code`?: ` : code`: `;
				return code`${name}${mark}${type}`;
			});
			const rest = code`(${joinCode(given, code`, `)}): ${returns}`;
			return {
				operation: planned.operation,
				members: planned.path.split("."),
				text: `${planned.path}${rest}`,
				file: members.length === 0 ? "src/client.ts" : file,
				owner: className,
			};
		}),
	);
}
