package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import nl.kring.crm.intake.ImportMode;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.platform.jobs.Jobs;

/** Five registers of fictitious people, handed over as five organisations would do it; they come in as jobs. */
@Dependent
class DemoRegisters {

    @Inject
    private Imports imports;

    @Inject
    private Jobs jobs;

    void bringIn() {
        start("FEA", "FEA_ledenlijst.xlsx");
        start("THOON", "THOON_relaties.csv");
        start("CHPA", "CHPA_export.csv");
        start("SHT", "SHT_personeel.csv");
        start("LHV", "LHV_kring_Twente.csv");
        jobs.submit(DemoHistory.KIND, UUID.randomUUID(), null, null);
    }

    private void start(String register, String file) {
        try (InputStream in = DemoRegisters.class.getResourceAsStream("/demo/registers/" + file)) {
            imports.start(register, file, in.readAllBytes(), ImportMode.AUTO);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo register " + file + " could not be read", e);
        }
    }
}
