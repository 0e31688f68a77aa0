package vn.lienthong.hub.quality.agreement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.trust.MasterKey;

/**
 * The key with which the hub signs evidence: Ed25519, from the master key, so that every node signs alike and a restored
 * hub can still be checked against.
 */
@Component
public class EvidenceKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int RAW = 32;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeyPair pair;
    private final Map<String, String> jwk;

    EvidenceKey(MasterKey master) {
        this.pair = pair(master.derive("evidence", ALGORITHM).getEncoded());
        byte[] encoded = pair.getPublic().getEncoded();
        Map<String, String> bare = new TreeMap<>();
        bare.put("crv", ALGORITHM);
        bare.put("kty", "OKP");
        bare.put("x", URL.encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length)));
        String thumbprint = thumbprint(JSON.writeValueAsString(bare));
        bare.put("alg", "EdDSA");
        bare.put("kid", thumbprint);
        bare.put("use", "sig");
        this.jwk = Map.copyOf(bare);
    }

    /** The public half as a JSON Web Key (RFC 8037), named by its thumbprint (RFC 7638). */
    public Map<String, String> jwk() {
        return new TreeMap<>(jwk);
    }

    /** The payload as a compact JSON Web Signature (RFC 7515). */
    String signed(byte[] payload) {
        Map<String, String> header = new TreeMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", String.valueOf(jwk.get("kid")));
        header.put("typ", "JWS");
        String signing = URL.encodeToString(JSON.writeValueAsBytes(header)) + "." + URL.encodeToString(payload);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(signing.getBytes(StandardCharsets.US_ASCII));
            return signing + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The generator asks for 32 bytes of chance and takes them as the private key, as RFC 8032 has it. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String thumbprint(String bare) {
        return URL.encodeToString(Sha256.of(bare));
    }

    /** Not chance at all: the bytes it was given. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
