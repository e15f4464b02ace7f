package nl.kring.crm.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.kring.crm.registry.Folding;
import org.apache.commons.csv.CSVRecord;

/** Which practice a row truly names, by what it says; see {@link PracticeBenchmark} for how that is decided. */
final class PracticeTruth {

    private final List<CSVRecord> practices;
    private final Map<String, CSVRecord> persons = new HashMap<>();

    PracticeTruth(List<CSVRecord> practices, List<CSVRecord> persons, List<CSVRecord> links) {
        this.practices = practices;
        Map<String, CSVRecord> known = new HashMap<>();
        persons.forEach(person -> known.put(person.get("person_id"), person));
        links.forEach(row ->
                this.persons.put(row.get("source") + " " + row.get("source_key"), known.get(row.get("person_id"))));
    }

    /** Null when it names none, or nobody can tell which. */
    String of(String row, String agb, String name, String postcode, String phone) {
        if (!agb.isEmpty()) {
            return only(practice -> practice.get("agb").equals(agb));
        }
        if (name.isEmpty()) {
            return null;
        }
        Predicate<CSVRecord> named =
                practice -> Folding.fold(practice.get("name")).equals(Folding.fold(name));
        Predicate<CSVRecord> there = practice -> practice.get("postcode").equals(postcode);
        Predicate<CSVRecord> reached =
                practice -> ("+31" + practice.get("phone").substring(1)).equals(phone);
        for (Predicate<CSVRecord> way : List.of(
                named.and(there),
                named.and(reached),
                named,
                there.and(reached),
                named.and(practice -> oneDigitOff(practice.get("postcode"), postcode)))) {
            String only = only(way);
            if (only != null) {
                return only;
            }
        }
        CSVRecord person = persons.get(row);
        return person == null
                ? null
                : only(named.and(practice -> practice.get("practice_id").equals(person.get("practice_id"))
                        || practice.get("practice_id").equals(person.get("practice_2"))));
    }

    private String only(Predicate<CSVRecord> which) {
        List<CSVRecord> those = practices.stream().filter(which).toList();
        return those.size() == 1 ? those.get(0).get("practice_id") : null;
    }

    private static boolean oneDigitOff(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length())
                                .filter(at -> one.charAt(at) != other.charAt(at))
                                .count()
                        <= 2
                && one.substring(4).equals(other.substring(4));
    }
}
