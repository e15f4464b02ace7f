package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.organisation.NewOrganisation;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.OrganisationRelations;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.registry.organisation.RelationKind;
import nl.kring.crm.registry.succession.SuccessionKind;
import nl.kring.crm.registry.succession.SuccessionPlan;
import nl.kring.crm.registry.succession.Successions;

/**
 * The organisations of Twente from 2018 on and how they stood to each other, and the succession of 1 May 2022: SHT and THOON
 * became SHT-THOON. Both go on taking part here, because their staff and registers do.
 */
@Dependent
class TwenteStructure {

    static final LocalDate MERGER = LocalDate.of(2022, 5, 1);

    @Inject
    private Organisations organisations;

    @Inject
    private OrganisationRelations relations;

    @Inject
    private Successions successions;

    /** Everybody as before the succession; the participants are there already. */
    void build() {
        for (String[] row : rows("organisations.csv")) {
            organisations.create(new NewOrganisation(OrganisationKind.valueOf(row[1]), row[2])
                    .called(row[0])
                    .with(OrganisationField.ADDRESS, row[3])
                    .with(OrganisationField.PHONE, row[4])
                    .existing(day(row[5]), day(row[6])));
        }
        for (String[] row : rows("relations.csv")) {
            relations.relate(uuid(row[0]), RelationKind.valueOf(row[1]), uuid(row[2]), day(row[3]), day(row[4]));
        }
    }

    UUID merge() {
        return successions.apply(theMerger());
    }

    SuccessionPlan theMerger() {
        return SuccessionPlan.of(
                SuccessionKind.MERGER,
                List.of(uuid("SHT"), uuid("THOON")),
                uuid("SHT-THOON"),
                MERGER,
                "Fusie van SHT en THOON");
    }

    private UUID uuid(String code) {
        return organisations.byCode(code).orElseThrow().getUuid();
    }

    private static LocalDate day(String iso) {
        return iso.isEmpty() ? null : LocalDate.parse(iso);
    }

    /** The rows of a file behind its comment and its header. */
    private static List<String[]> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TwenteStructure.class.getResourceAsStream("/demo/twente/" + file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(2).map(line -> line.split(";", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo file " + file + " could not be read", e);
        }
    }
}
