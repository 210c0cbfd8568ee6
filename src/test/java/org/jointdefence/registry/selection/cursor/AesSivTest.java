package org.jointdefence.registry.selection.cursor;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** AES-SIV encrypts as in RFC 5297, and decrypts only its own ciphertexts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AesSivTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5297, appendix A.1. */
    @Test
    void one_component_of_associated_data_and_less_than_a_block_of_text() {
        AesSiv siv = new AesSiv(HEX.parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"))
                .associate(HEX.parseHex("101112131415161718191a1b1c1d1e1f2021222324252627"));
        byte[] text = HEX.parseHex("112233445566778899aabbccddee");

        byte[] sealed = siv.encrypt(text);

        assertThat(HEX.formatHex(sealed)).isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
        assertThat(siv.decrypt(sealed)).isEqualTo(text);
    }

    /** RFC 5297, appendix A.2. */
    @Test
    void three_components_of_associated_data_and_more_than_two_blocks_of_text() {
        AesSiv siv = new AesSiv(HEX.parseHex("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f"))
                .associate(HEX.parseHex(
                        "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100"))
                .associate(HEX.parseHex("102030405060708090a0"))
                .associate(HEX.parseHex("09f911029d74e35bd84156c5635688c0"));
        byte[] text = HEX.parseHex(
                "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553");

        byte[] sealed = siv.encrypt(text);

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17"
                        + "dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d");
        assertThat(siv.decrypt(sealed)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 33, 1000})
    void what_was_changed_anywhere_is_not_decrypted(int length) {
        AesSiv siv = new AesSiv(new byte[64]).associate(new byte[] {1});
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 7);

        byte[] sealed = siv.encrypt(text);

        assertThat(siv.decrypt(sealed)).isEqualTo(text);
        assertThat(siv.encrypt(text)).isEqualTo(sealed);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x10;
            assertThat(siv.decrypt(changed)).as("changed at %d", i).isNull();
        }
        assertThat(siv.decrypt(Arrays.copyOf(sealed, sealed.length - 1))).isNull();
        assertThat(siv.decrypt(Arrays.copyOf(sealed, sealed.length + 1))).isNull();
        assertThat(new AesSiv(new byte[64]).associate(new byte[] {2}).decrypt(sealed))
                .isNull();
        assertThat(new AesSiv(new byte[64]).decrypt(sealed)).isNull();
    }

    @Test
    void less_than_a_vector_is_not_decrypted() {
        assertThat(new AesSiv(new byte[64]).decrypt(new byte[AesSiv.BLOCK - 1])).isNull();
        assertThat(new AesSiv(new byte[64]).decrypt(new byte[0])).isNull();
    }
}
