/**
 * Who attended, brought to the registers: per participant and register what stands in the way, what was typed in by hand, and what
 * PE-online was sent and answered.
 *
 * <p>What stands in the way is derived from enrolment on and kept nowhere; what was done is kept. Only what PE-online itself named as
 * accepted is accepted. It gives no points; the ledger does, whatever a register says.
 */
package nl.kring.crm.attendance.delivery;
