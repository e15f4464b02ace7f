package nl.kring.crm.evaluation;

import java.io.Serializable;

/**
 * A question as somebody gets it, perhaps about one teacher or session.
 *
 * @param key what the answer is sent under
 * @param about the teacher or the session; null for the whole
 * @param question as it is asked
 */
public record AskedQuestion(String key, String about, QuestionForm question) implements Serializable {}
