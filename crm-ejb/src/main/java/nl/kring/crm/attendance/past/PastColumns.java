package nl.kring.crm.attendance.past;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;

/** What the columns of a file say. */
class PastColumns {

    private static final Map<String, String> REGISTERS = Map.of(
            "gaia", "RGS-HA",
            "rgs", "RGS-HA",
            "huisarts", "RGS-HA",
            "nvvpo", "NVVPO-KR",
            "pohggz", "LVPOHGGZ-KR",
            "kabiz", "KABIZ-DA",
            "napa", "NAPA-PA",
            "vsr", "VSR",
            "knov", "KNOV-KR");

    private final PastKind kind;
    private final Set<String> schemes;

    PastColumns(PastKind kind, Set<String> schemes) {
        this.kind = kind;
        this.schemes = schemes;
    }

    List<String> choices() {
        List<String> choices = new ArrayList<>();
        PastField.of(kind).forEach(field -> choices.add(field.name()));
        if (kind == PastKind.PARTICIPATION) {
            new TreeSet<>(schemes).forEach(scheme -> choices.add(PastField.POINTS + scheme));
        }
        return choices;
    }

    /** By their headers; the first of two that seem to say the same. */
    List<String> guess(List<String> headers) {
        Set<String> taken = new HashSet<>();
        return headers.stream()
                .map(header -> Stream.of(
                                points(header), PastField.guess(kind, header).map(Enum::name))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .filter(taken::add)
                        .orElse(""))
                .toList();
    }

    /** A column with points in it is called by its register, or just points when they are those of general practitioners. */
    private Optional<String> points(String header) {
        String folded = header.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
        if (kind != PastKind.PARTICIPATION || !folded.matches(".*(punten|points|uren).*")) {
            return Optional.empty();
        }
        return Stream.concat(
                        schemes.stream()
                                .filter(scheme -> folded.contains(scheme.toLowerCase(java.util.Locale.ROOT)
                                        .replaceAll("[^a-z]", ""))),
                        REGISTERS.entrySet().stream()
                                .filter(one -> folded.contains(one.getKey()))
                                .map(Map.Entry::getValue))
                .filter(schemes::contains)
                .findFirst()
                .or(() -> folded.matches("(accreditatie)?(punten|uren)") && schemes.contains("RGS-HA")
                        ? Optional.of("RGS-HA")
                        : Optional.empty())
                .map(scheme -> PastField.POINTS + scheme);
    }

    void check(List<String> headers, List<String> fields) {
        if (fields.size() != headers.size()) {
            throw new InvalidInputException("past-columns");
        }
        List<String> said = fields.stream().filter(field -> !field.isEmpty()).toList();
        if (!choices().containsAll(said)) {
            throw new InvalidInputException("past-columns");
        }
        if (new HashSet<>(said).size() < said.size()) {
            throw new InvalidInputException("past-columns-twice");
        }
        List<PastField> needed = kind == PastKind.PARTICIPATION
                ? List.of(PastField.TITLE, PastField.STARTS)
                : List.of(PastField.MEMBER_FROM);
        if (!said.containsAll(needed.stream().map(Enum::name).toList())) {
            throw new InvalidInputException(
                    kind == PastKind.PARTICIPATION ? "past-columns-course" : "past-columns-membership");
        }
        if (Stream.of(
                        PastField.NAME,
                        PastField.SURNAME,
                        PastField.BIG,
                        PastField.AGB,
                        PastField.OWN_KEY,
                        PastField.REGISTER_NUMBER,
                        PastField.EMAIL)
                .noneMatch(field -> said.contains(field.name()))) {
            throw new InvalidInputException("past-columns-person");
        }
    }
}
