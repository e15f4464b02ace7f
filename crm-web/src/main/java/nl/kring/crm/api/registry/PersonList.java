package nl.kring.crm.api.registry;

import java.util.List;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.PersonLine;

/** A page of persons; next is the cursor of the page after it, null at the end. */
public record PersonList(List<PersonItem> items, String next) {

    static PersonList of(ResultPage<PersonLine> page) {
        return new PersonList(page.items().stream().map(PersonItem::of).toList(), page.next());
    }
}
