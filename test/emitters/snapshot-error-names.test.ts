import { expect, test } from "vitest";
import { errorOf } from "../../templates/runtime/errors.ts";
import { errorName } from "../../templates/runtime/status-names.ts";

test("generated tests expect the class that the runtime throws", () => {
	for (let status = 200; status < 600; status++)
		expect(errorOf(status).prototype.name, `${status}`).toBe(errorName(status));
	expect(errorName(404)).toBe("NotFoundError");
	expect(errorName(418)).toBe("ApiError");
	expect(errorName(503)).toBe("InternalServerError");
});
