import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files conform to PDF/A-3u; one line a file, then its failures. Exit 0 if all do. */
public final class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (String name : arguments) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), PDFAFlavour.PDFA_3_U)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false);
                ValidationResult result = validator.validate(parser);
                all &= result.isCompliant();
                System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name);
                for (TestAssertion failure : result.getTestAssertions()) {
                    System.out.println("  " + failure.getRuleId().getClause() + "-" + failure.getRuleId().getTestNumber()
                        + " " + failure.getMessage() + " @ " + failure.getLocation().getContext());
                }
            }
        }
        System.exit(all ? 0 : 1);
    }
}
