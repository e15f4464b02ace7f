package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.registry.quality.QualityNumber;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How much there is to mend, list by list, and how much there was. */
@Named
@RequestScoped
public class Quality {

    private static final int SHOWN_DAYS = 6;

    @Inject
    private QualityLists lists;

    private List<QualityNumber> numbers = List.of();
    private List<QualityNumber> last;

    public void load() {
        numbers = lists.numbers();
    }

    public List<QualityNumber> getNumbers() {
        return numbers;
    }

    /** The lists that were not empty when they were last counted, for the start page, which does not count. */
    public List<QualityNumber> getLast() {
        if (last == null) {
            last = lists.lastNumbers().stream()
                    .filter(number -> number.now() > 0)
                    .toList();
        }
        return last;
    }

    /** Like was 43, is 38; nothing when there is no earlier day. */
    public String course(QualityNumber number) {
        return number.days().isEmpty()
                ? ""
                : Texts.of(Faces.getLocale(), "registry_quality.was", number.was(), number.now());
    }

    /** The last numbers one after the other, like 43 → 41 → 38. */
    public String trend(QualityNumber number) {
        List<QualityNumber.OfDay> days = number.days();
        return Stream.concat(
                        days.subList(Math.max(0, days.size() - SHOWN_DAYS), days.size()).stream()
                                .map(QualityNumber.OfDay::number),
                        Stream.of(number.now()))
                .map(String::valueOf)
                .collect(Collectors.joining(" → "));
    }
}
