/**
 * The credits ledger: points by person and register, earned at editions of the agenda, declared with evidence and approved, or
 * imported. Lines are only added; what was wrong is put right by another line.
 *
 * <p>It does not say whether they are enough, nor which of them count; that is the dossier's. Nobody but the professional reads
 * them by person.
 */
package nl.kring.crm.attendance.credit;
