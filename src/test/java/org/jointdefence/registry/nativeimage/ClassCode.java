package org.jointdefence.registry.nativeimage;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the bytecode of a class says.
 *
 * @param strings the texts that its methods name
 * @param types the classes whose class objects its methods name
 * @param calls the calls in it: the name of a method, the index of an instruction, and the name of what is called there
 */
record ClassCode(Set<String> strings, Set<String> types, Set<String> calls) {

    static ClassCode of(byte[] bytes) {
        Reader reader = new Reader(bytes);
        reader.accept(reader.visitor(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return reader.code;
    }

    /** Whether it calls, at this instruction of a method of this name, a method of that name. */
    boolean calls(String method, int index, String name) {
        return calls.contains(call(method, index, name));
    }

    private static String call(String method, int index, String name) {
        return method + '@' + index + ' ' + name;
    }

    private static final class Reader extends ClassReader {

        private final ClassCode code = new ClassCode(new HashSet<>(), new HashSet<>(), new HashSet<>());
        private int index;

        Reader(byte[] bytes) {
            super(bytes);
        }

        @Override
        protected void readBytecodeInstructionOffset(int offset) {
            index = offset;
        }

        private ClassVisitor visitor() {
            return new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String method, String descriptor, String signature, String[] exceptions) {
                    return new Code(method);
                }
            };
        }

        private final class Code extends MethodVisitor {

            private final String method;

            Code(String method) {
                super(Opcodes.ASM9);
                this.method = method;
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof String text) {
                    code.strings.add(text);
                } else if (value instanceof Type type) {
                    code.types.add(type.getClassName());
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                code.calls.add(call(method, index, name));
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof String text) {
                        code.strings.add(text);
                    }
                }
            }
        }
    }
}
