import { type Code, code, joinCode } from "../../code/code.ts";
import { jsonLiteral } from "../../code/literal.ts";
import { propertyKey } from "../../code/property.ts";
import type { Shape } from "../../model/types.ts";
import { unreachable } from "../../text/unreachable.ts";
import { nameOf, type Scope } from "./scope.ts";

/** The type that a schema's value has, for those that TypeScript cannot infer. */
export function typeOf(shape: Shape, scope: Scope): Code {
	switch (shape.kind) {
		case "unknown":
			return code`unknown`;
		case "null":
			return code`null`;
		case "boolean":
			return code`boolean`;
		case "number":
			return code`number`;
		case "string":
			return code`string`;
		case "literal":
			return jsonLiteral(shape.value);
		case "array":
			return code`(${typeOf(shape.items, scope)})[]`;
		case "record":
			return code`{ [key: string]: ${typeOf(shape.values, scope)} }`;
		case "union":
			return joinCode(
				shape.members.map((member) => typeOf(member, scope)),
				code` | `,
			);
		case "object": {
			const members = shape.properties.map(({ name, shape, required }) => {
				const mark = required === true ? code`` : code`?`;
				return code`${propertyKey(name)}${mark}: ${typeOf(shape, scope)}; `;
			});
			return code`{ ${members}[key: string]: unknown }`;
		}
		case "reference":
			return nameOf(scope, shape.name);
		default:
			return unreachable(shape);
	}
}
