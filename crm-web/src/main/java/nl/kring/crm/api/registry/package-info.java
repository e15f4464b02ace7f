/** The register for programs: persons, and who says what of them. Keys of organisations and registers are their codes. */
@JsonbNillable
package nl.kring.crm.api.registry;

import jakarta.json.bind.annotation.JsonbNillable;
