package nl.kring.crm.intake;

import nl.kring.crm.platform.BusinessException;

/** Somebody asked the run to stop; what it had written is taken back. */
class ImportCancelledException extends BusinessException {

    private static final long serialVersionUID = 1L;

    ImportCancelledException() {
        super("import-cancelled");
    }
}
