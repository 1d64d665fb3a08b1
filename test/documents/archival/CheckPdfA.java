import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Prints of each file whether veraPDF finds it to be PDF/A-2a, and the first rules that it breaks. */
public class CheckPdfA {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (var file : files)
      try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFA_2_A)) {
        var found = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false).validate(parser);
        System.out.println((found.isCompliant() ? "holds " : "breaks ") + file);
        found.getTestAssertions().stream().limit(3).forEach(one -> System.out.println("  " + one.getMessage()));
      }
  }
}
