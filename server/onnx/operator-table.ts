/** The newest versions that the runtime's CPU provider loads (onnxruntime 1.30); it runs opsets older than 7 only by luck. */
export const supportedVersions = { ir: [3, 13], opset: [7, 26], ml: [1, 5] } as const;

// Facts of the ONNX specification: the opset in which each operator first appeared. ImageDecoder (20) has no CPU kernel.
const introducedInOpset: Record<number, string> = {
  1: `Abs Add And ArgMax ArgMin AveragePool BatchNormalization Cast Ceil Clip Concat Constant Conv ConvTranspose
    DepthToSpace Div Dropout Elu Equal Exp Flatten Floor GRU Gather Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool
    Greater HardSigmoid Hardmax Identity If InstanceNormalization LRN LSTM LeakyRelu Less Log LogSoftmax Loop
    LpNormalization LpPool MatMul Max MaxPool MaxRoiPool Mean Min Mul Neg Not Or PRelu Pad Pow RNN RandomNormal
    RandomNormalLike RandomUniform RandomUniformLike Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax
    ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Selu Shape Sigmoid Size Slice Softmax Softplus
    Softsign SpaceToDepth Split Sqrt Squeeze Sub Sum Tanh Tile TopK Transpose Unsqueeze Upsample Xor`,
  7: "Acos Asin Atan Cos Multinomial Sin Tan",
  8: "Expand Scan",
  9: `Acosh Asinh Atanh Compress ConstantOfShape Cosh Erf EyeLike IsNaN MaxUnpool MeanVarianceNormalization NonZero OneHot
    Scatter Shrink Sign Sinh TfIdfVectorizer Where`,
  10: `ConvInteger DequantizeLinear IsInf MatMulInteger Mod NonMaxSuppression QLinearConv QLinearMatMul QuantizeLinear
    Resize ReverseSequence RoiAlign StringNormalizer ThresholdedRelu`,
  11: `BitShift ConcatFromSequence CumSum Det DynamicQuantizeLinear GatherElements GatherND Range Round ScatterElements
    ScatterND SequenceAt SequenceConstruct SequenceEmpty SequenceErase SequenceInsert SequenceLength SplitToSequence Unique`,
  12: "Celu Einsum GreaterOrEqual LessOrEqual NegativeLogLikelihoodLoss SoftmaxCrossEntropyLoss",
  14: "HardSwish Trilu",
  15: "Bernoulli CastLike Optional OptionalGetElement OptionalHasElement",
  16: "GridSample",
  17: "BlackmanWindow DFT HammingWindow HannWindow LayerNormalization MelWeightMatrix STFT SequenceMap",
  18: "BitwiseAnd BitwiseNot BitwiseOr BitwiseXor CenterCropPad Col2Im GroupNormalization Mish",
  19: "DeformConv",
  20: "AffineGrid Gelu RegexFullMatch StringConcat StringSplit",
  23: "Attention RMSNormalization RotaryEmbedding",
  24: "Swish TensorScatter",
  26: "BitCast CumProd",
};

const mlOperators = `ArrayFeatureExtractor Binarizer CastMap CategoryMapper DictVectorizer FeatureVectorizer Imputer
  LabelEncoder LinearClassifier LinearRegressor Normalizer OneHotEncoder SVMClassifier SVMRegressor Scaler TreeEnsemble
  TreeEnsembleClassifier TreeEnsembleRegressor ZipMap`;

// Operators of com.microsoft that the runtime's own quantiser and optimiser write: stateless, deterministic, without files.
const runtimeOperators = `Attention BiasGelu DequantizeLinear DynamicQuantizeMatMul FastGelu FusedConv FusedGemm FusedMatMul
  GatherND Gelu GridSample Inverse MatMulBnb4 MatMulInteger16 MatMulIntegerToFloat MatMulNBits MultiHeadAttention
  NhwcMaxPool Pad QAttention QGemm QLinearAdd QLinearAveragePool QLinearConcat QLinearConv QLinearGlobalAveragePool
  QLinearLeakyRelu QLinearMul QLinearSigmoid QLinearSoftmax QLinearWhere QuantizeLinear QuickGelu SkipLayerNormalization
  SkipSimplifiedLayerNormalization TransposeMatMul Trilu`;

const names = (text: string) => text.split(/\s+/);

/** For each operator that the CPU provider runs, the opset of the default domain that introduced it. */
export const introducedIn: ReadonlyMap<string, number> = new Map(
  Object.entries(introducedInOpset).flatMap(([opset, text]) =>
    names(text).map((name): [string, number] => [name, Number(opset)]),
  ),
);

/** Operators that a later opset removed, with that opset and their replacement. */
export const removedIn: ReadonlyMap<string, { opset: number; instead: string }> = new Map([
  ["Upsample", { opset: 10, instead: "Resize" }],
  ["Scatter", { opset: 11, instead: "ScatterElements" }],
]);

/** The accepted operators of the other domains. */
export const otherDomains: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["ai.onnx.ml", new Set(names(mlOperators))],
  ["com.microsoft", new Set(names(runtimeOperators))],
]);
