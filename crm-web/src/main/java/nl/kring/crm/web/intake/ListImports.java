package nl.kring.crm.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.intake.Imports;

/** The newest runs. */
@Named
@RequestScoped
public class ListImports {

    @Inject
    private Imports imports;

    private List<ImportRun> runs;

    public void load() {
        runs = imports.recent();
    }

    public List<ImportRun> getRuns() {
        return runs;
    }
}
