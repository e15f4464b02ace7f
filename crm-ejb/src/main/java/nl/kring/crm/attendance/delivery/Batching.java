package nl.kring.crm.attendance.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows for one part of PE-online are put into questions: a hundred at most, and the same person and course never twice in one,
 * because the answer says no more than those two.
 */
final class Batching {

    static final int MOST = 100;

    private Batching() {}

    static List<List<PeRow>> of(List<PeRow> rows) {
        Map<PeRow.Key, Integer> seen = new HashMap<>();
        List<List<PeRow>> rounds = new ArrayList<>();
        for (PeRow row : rows) {
            int round = seen.merge(row.key(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(row);
        }
        List<List<PeRow>> questions = new ArrayList<>();
        for (List<PeRow> round : rounds) {
            for (int from = 0; from < round.size(); from += MOST) {
                questions.add(List.copyOf(round.subList(from, Math.min(round.size(), from + MOST))));
            }
        }
        return questions;
    }
}
