/**
 * Which records are the same person: blocking, comparing field by field, weighing, joining into clusters, and explaining.
 * Works in memory on coded columns, knows no database and decides the same whatever the order of the records. What is sure
 * is joined, what is doubtful is handed to people, and what people decided is obeyed.
 */
package nl.kring.crm.intake.matching;
