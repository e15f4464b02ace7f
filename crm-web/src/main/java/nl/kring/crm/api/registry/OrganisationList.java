package nl.kring.crm.api.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.OrganisationLine;
import nl.kring.crm.registry.organisation.PracticeStatus;

/** A page of organisations; next is the cursor of the page after it, null at the end. */
public record OrganisationList(List<Item> items, String next) {

    /** An organisation in a list of the API. */
    public record Item(
            UUID uuid,
            String code,
            String name,
            OrganisationKind kind,
            String place,
            String municipality,
            String agb,
            String phone,
            PracticeStatus status,
            LocalDate validFrom,
            LocalDate validTo) {

        static Item of(OrganisationLine line) {
            return new Item(
                    line.uuid(),
                    line.code(),
                    line.name(),
                    line.kind(),
                    line.place(),
                    line.municipality(),
                    line.agb(),
                    line.phone(),
                    line.status(),
                    line.validFrom(),
                    line.validTo());
        }
    }

    static OrganisationList of(ResultPage<OrganisationLine> page) {
        return new OrganisationList(page.items().stream().map(Item::of).toList(), page.next());
    }
}
