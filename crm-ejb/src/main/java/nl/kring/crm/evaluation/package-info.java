/**
 * Questionnaires, asking participants what they thought of a course, and what comes of their answers.
 *
 * <p>Who has answered stands apart from what was answered, and nothing leads from the one to the other: a response has a random
 * number, no moment and no order. Nobody sees answers of fewer than five, and nobody is shown who has answered. What an answer
 * means for a register is not its business.
 */
package nl.kring.crm.evaluation;
