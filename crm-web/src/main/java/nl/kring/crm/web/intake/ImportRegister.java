package nl.kring.crm.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.ImportMode;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.intake.SourceRegister;

/** Chooses a register and hands its file over, to rehearse or to bring in. */
@Named
@RequestScoped
public class ImportRegister {

    @Inject
    private Imports imports;

    @Inject
    private Registers registers;

    private String register;
    private transient Part file;

    public String rehearse() throws IOException {
        return start(ImportMode.REHEARSE);
    }

    public String bringIn() throws IOException {
        return start(ImportMode.AUTO);
    }

    private String start(ImportMode mode) throws IOException {
        try (InputStream content = file.getInputStream()) {
            UUID run = imports.start(register, file.getSubmittedFileName(), content.readAllBytes(), mode);
            return "/intake/view-import.xhtml?faces-redirect=true&id=" + run;
        }
    }

    public List<SourceRegister> getRegisters() {
        return registers.all();
    }

    public String getRegister() {
        return register;
    }

    public void setRegister(String register) {
        this.register = register;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
